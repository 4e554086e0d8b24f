/**
 * Loads a classic script, the one kind of file a browser reads from disk.
 *
 * @throws When it does not come.
 */
export async function loadScript(address: string): Promise<void> {
  const script = document.createElement('script');
  script.src = address;
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => {
      script.remove();
      reject(new Error(`${address} did not come`));
    };
    document.head.append(script);
  });
}
