/**
 * How many of so many things fit. All are tried first, since then nothing must be said of what is left; below
 * that, fewer always fit where more do, so that halving finds the number.
 */
export function mostThatFit(all: number, fits: (count: number) => boolean): number {
  if (all === 0 || fits(all)) return all
  let [surely, tooMany] = [0, all]
  while (tooMany - surely > 1) {
    const half = Math.floor((surely + tooMany) / 2)
    if (fits(half)) surely = half
    else tooMany = half
  }
  return surely
}
