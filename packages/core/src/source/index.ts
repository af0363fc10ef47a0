// Places in the text.
export { editable, inLibrary, libraryScheme, nowhere, type Origin, originKey, originWithin } from './origin.ts';
