// Places in the text.
export {
  type DeclarationKey,
  declarationKey,
  editable,
  inLibrary,
  libraryScheme,
  nowhere,
  type Origin,
  originKey,
  originWithin,
} from './origin.ts';
