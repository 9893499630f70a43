/** dynalite ships no types. `dynalite.ts` says what the modules are. */
declare module 'dynalite/*' {
  const exported: unknown;
  export default exported;
}
