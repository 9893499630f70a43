/** SHA-256 of a text as UTF-8, in base64url: 43 characters. Chains events and compares requests. */
export type Hash = (text: string) => string;
