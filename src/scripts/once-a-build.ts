/**
 * Makes something once for all pages of a build; while developing each time anew, since what it is made
 * of may have changed.
 */
export function onceABuild<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let latest: Promise<Made> | undefined;
  return () => {
    if (!latest || !import.meta.env.PROD) latest = make();
    return latest;
  };
}
