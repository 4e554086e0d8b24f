/** A file that cannot be imported; the message tells an editor why and what to do, in Chinese. */
export class UnreadableFile extends Error {}
