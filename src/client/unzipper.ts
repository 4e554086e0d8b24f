/** The script for browsers that cannot unzip. */
export { gunzipSync } from 'fflate';
