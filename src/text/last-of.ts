/** The last of a list. `Array.prototype.at` is missing in WebViews before Chrome 92. */
export function lastOf<Each>(list: readonly Each[]): Each | undefined {
  return list[list.length - 1];
}
