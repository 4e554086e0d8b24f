/*
 * Whole numbers from 0 in as few bytes as they need: seven bits a byte, the lowest first, and the
 * eighth says that more follow (LEB128).
 */

/** Collects numbers as bytes. */
export class VarintWriter {
  #bytes = new Uint8Array(1024);
  length = 0;

  write(value: number): void {
    if (this.length + 5 > this.#bytes.length) this.#grow(5);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.length++] = rest;
  }

  /** Takes over bytes that hold numbers already. */
  append(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was written since the last time. */
  take(): Uint8Array<ArrayBuffer> {
    const bytes = this.#bytes.slice(0, this.length);
    this.length = 0;
    return bytes;
  }

  #grow(more: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}

/** Reads all numbers of some bytes. */
export function readVarints(bytes: Uint8Array): Int32Array {
  const values = new Int32Array(bytes.length);
  let length = 0;
  let value = 0;
  let shift = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    value |= (byte & 127) << shift;
    if (byte < 128) {
      values[length++] = value;
      value = 0;
      shift = 0;
    } else shift += 7;
  }
  return values.subarray(0, length);
}
