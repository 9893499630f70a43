/** Why nothing could be imported, in words for whoever ran the command. */
export class Refused extends Error {
  override readonly name = 'Refused';
}
