/**
 * The oldest browser that scripts and styles are written down to, as esbuild names it. Old Android
 * WebViews are still about; before 88 `:is()` becomes `:-webkit-any()`, which outranks it.
 */
export const OLDEST_BROWSER = 'chrome88';
