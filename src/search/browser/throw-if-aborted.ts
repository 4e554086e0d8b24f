/**
 * Ends what nobody waits for any more. `AbortSignal.prototype.throwIfAborted` is missing in WebViews before
 * Chrome 100, and the reason before Chrome 98.
 *
 * @throws An `AbortError`.
 */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortError();
}

/** What is thrown for it. */
export function abortError(): DOMException {
  return new DOMException('aborted', 'AbortError');
}
