/**
 * In place of the SDK's cache of discovered endpoints and the two collections of a library that it is made from: the store has one endpoint,
 * and nothing discovers another.
 */
export class EndpointCache {}
