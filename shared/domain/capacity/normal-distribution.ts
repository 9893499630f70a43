/**
 * The share of a standard normal distribution below a value. Marsaglia's series (2004) near the middle and a continued fraction
 * in the tails: right to about 14 digits, and no library of statistics for one function.
 */
export function normalDistribution(value: number): number {
  if (value < -38) return 0;
  if (value > 38) return 1;
  return Math.abs(value) < 3 ? 0.5 + middle(value) : value < 0 ? tail(-value) : 1 - tail(value);
}

const density = (value: number) => Math.exp(-(value * value) / 2) / Math.sqrt(2 * Math.PI);

function middle(value: number): number {
  let term = value;
  let sum = value;
  for (let n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
    term = (term * value * value) / n;
    sum += term;
  }
  return sum * density(value);
}

function tail(value: number): number {
  let under = value;
  for (let n = 60; n >= 1; n -= 1) under = value + n / under;
  return density(value) / under;
}
