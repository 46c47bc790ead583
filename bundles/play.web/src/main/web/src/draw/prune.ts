/** Takes out of a list what is over, without making another. */
export function prune<T>(list: T[], keep: (each: T) => boolean): void {
  let kept = 0;
  for (const each of list) {
    if (keep(each)) {
      list[kept++] = each;
    }
  }
  list.length = kept;
}
