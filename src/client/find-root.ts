/** A file that every such site has in its root, and that no page of another kind is sent for. */
const LANDMARK = 'icon.svg';

/**
 * Finds the root of the site from a page that is shown at any address, 404: there the build has said it
 * (`data-root`), or else the nearest folder above in which the site's icon lies.
 *
 * @returns Its path; `undefined` where there is none, or no network.
 */
export async function findRoot(): Promise<string | undefined> {
  const path = location.pathname;
  const known = document.documentElement.dataset['root'];
  if (known !== undefined && path.startsWith(known)) return known;
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration) return new URL(registration.scope).pathname;
  for (let folder = path.replace(/[^/]*$/, ''); folder; folder = folder.replace(/[^/]*\/$/, '')) {
    const response = await fetch(folder + LANDMARK, { method: 'HEAD' }).catch(() => undefined);
    // Some hosts answer with a page for whatever is missing.
    if (response?.ok && /svg/.test(response.headers.get('Content-Type') ?? '')) return folder;
  }
  return undefined;
}
