import type { z } from 'astro/zod';
import type { FieldProblem } from '../collection/check-sources.ts';

/** Words what a schema finds wrong with front matter, a key at a time, in the editor's language. */
export function fieldProblems(schema: z.ZodType, data: unknown): FieldProblem[] {
  const result = schema.safeParse(data ?? {});
  if (result.success) return [];
  return result.error.issues.flatMap((issue): FieldProblem[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        key,
        message: `信息栏里没有“${key}”这一项。请删去，或改成 content/README.md 列出的名称。`,
      }));
    }
    const key = String(issue.path[0] ?? '');
    const absent = !(key in ((data ?? {}) as object));
    return [{ key, message: absent ? `信息栏缺少 ${key}。${issue.message}` : issue.message }];
  });
}
