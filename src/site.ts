/**
 * Words and navigation of the site itself; what belongs to the collection is in
 * `content/collection.md`.
 */
export const site = {
  navigation: [
    { label: '目录', href: '/' },
    { label: '提纲总览', href: '/outline.html' },
    { label: '提法', href: '/terms.html' },
    { label: '检索', href: '/search.html' },
  ],
  /** Colours of the browser's own bars, equal to `--color-paper` in `styles/tokens.css`. */
  themeColor: { light: '#f6f6f1', dark: '#16181a' },
  search: '检索',
  outline: '提纲总览',
  terms: '提法与文件',
  lists: { all: '全部', topic: '主题', year: '年份' },
  orders: { date: '按日期', title: '按题名', order: '按篇次' },
  portable: '单文件版',
  notFound: '没有这一页',
  offline: '离线阅读',
  voice: '宋体为原文，一字未改；黑体与朱色为本站所加。',
} as const;
