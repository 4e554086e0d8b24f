import { existsSync } from 'node:fs';
import { serveFolder } from './serve-folder.ts';

const port = Number(process.env['PORT'] ?? 4321);

if (!existsSync('dist/index.html')) {
  console.error('没有可打开的网站：请先执行 npm run build，生成 dist 文件夹。');
  process.exit(1);
}
try {
  await serveFolder('dist', port);
  console.log(`网站已打开：http://localhost:${port}/（按 Ctrl+C 结束）`);
} catch (error) {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(
    isTaken
      ? `端口 ${port} 已被占用：请先结束占用它的程序，或者用环境变量 PORT 另定一个端口。`
      : `网站打不开：${String(error)}`,
  );
  process.exit(1);
}
