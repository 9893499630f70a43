/** Whether a client is that of the families' pages: it comes back to an address of theirs. */
export function isForFamilies(callbackUrls: readonly string[]): boolean {
  return callbackUrls.some((url) => URL.parse(url)?.pathname.startsWith('/family/') === true);
}
