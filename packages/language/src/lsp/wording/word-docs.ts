// A line of help for each word that completion offers and no property or fact describes.
import { innerWords, networkKinds } from '../../syntax/index.ts';

export const wordDocs: Readonly<Record<string, string>> = {
  ...networkKinds,
  ...innerWords,
  if: 'Applies the statements only where the condition holds.',
  'when any': innerWords.when,
  'and any': 'Adds something else that fails at the same time.',
  'of full': innerWords.full,
  '<=': 'At most.',
  '>=': 'At least.',
  '<': 'Less than.',
  '>': 'More than.',
  '==': 'Exactly.',
  '!=': 'Not equal.',
  supply: 'Where the coolant leaves the CDUs.',
  return: 'Where the coolant returns to the CDUs.',
  auto: 'Derived from the rest of the design.',
};
