// A `.fabric` file imported as its text.
declare module '*.fabric' {
  const text: string;
  export default text;
}
