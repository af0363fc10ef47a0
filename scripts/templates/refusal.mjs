// Why `npm run new` writes nothing: each scaffold gives the file it would write, or `{ refused }`, a sentence.

const kebab = /^[a-z][a-z0-9-]*$/;

/** Whether a name is in small letters, digits and hyphens. */
export function isKebab(name) {
  return kebab.test(name);
}

/** A refusal of a name that isn't kebab-case. */
export function badName(what, name) {
  return name === ''
    ? { refused: `The ${what} has no name.` }
    : { refused: `\`${name}\` isn't the name of a ${what}: use small letters, digits and hyphens.` };
}

/** A refusal of a name that isn't one of some. */
export function notOneOf(what, name, known) {
  return {
    refused: `${name === '' ? `The ${what} isn't given` : `\`${name}\` isn't a ${what}`}: use ${known.join(', ')}.`,
  };
}
