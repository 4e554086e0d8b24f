import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Astro writes attributes without a value bare, and void elements without a slash.
    'attribute-boolean-style': 'off',
    'doctype-style': 'off',
    // Titles may be as long as the paper's own words ask.
    'long-title': 'off',
  },
});

/** What is not valid HTML in a file, as `line:column message`. */
export async function findHtmlErrors(path: string): Promise<string[]> {
  const { results } = await validator.validateFile(path);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, message }) => `${line}:${column} ${message}`),
  );
}
