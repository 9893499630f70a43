/** Addresses of the pages about rows that wait for a decision. They hold opaque ids only (promise P8). */
export const reviewsPath = '/reviews';

export function reviewPath(reviewId: string): string {
  return `/reviews/${reviewId}`;
}
