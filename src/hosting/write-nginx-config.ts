import { contentTypes, hostHeaders, IMMUTABLE, REVALIDATED } from './host-headers.ts';
import { IMMUTABLE_PATH } from './immutable-files.ts';

/**
 * Writes the configuration of a site for nginx (1.13 or later), to be included at the level of `http`,
 * where `conf.d/` is.
 *
 * An `add_header` in one block makes nginx forget those of the blocks around it
 * (nginx.org/en/docs/http/ngx_http_headers_module.html). So there is one block only, and what depends on
 * the file or the connection comes from a `map`; a header whose value is empty is not sent.
 */
export function writeNginxConfig(): string {
  const types = Object.entries(contentTypes).map(([extension, type]) => {
    const [name = ''] = type.split(';');
    return `            ${name} ${extension};`;
  });
  const withCharset = Object.values(contentTypes)
    .filter((type) => type.includes('charset') && !type.startsWith('text/html'))
    .map((type) => type.split(';')[0]);
  const anywhere = hostHeaders.filter(({ needs }) => needs === 'nothing');
  const onlyHttps = hostHeaders.filter(({ needs }) => needs !== 'nothing');

  return `# 本站的 nginx 配置，构建网站时自动生成。
#
# 用法：
#   1. 把整个 dist 文件夹复制到服务器上，例如 /var/www/yantao。
#   2. 把本文件复制为 /etc/nginx/conf.d/yantao.conf，按实际情况改下面标有【改】的几行。
#   3. 执行 nginx -t 检查，没有报错再执行 nginx -s reload 生效。
# 以后更新网站只需替换 dist 里的文件，不必再动 nginx。
#
# 放在网址的子目录下（例如 https://example.org/yantao/）：把本文件的 map 留在 server 之外，
# 把 location 一段放进已有的 server，再改三行：
#   location / {                      改为  location /yantao/ {
#   root /var/www/yantao;             改为  alias /var/www/yantao/;（末尾的斜线不能少）
#   error_page 403 404 =404 /404.html 改为  error_page 403 404 =404 /yantao/404.html

# 文件名里带有内容校验码的文件永远不变，浏览器可以一直留用；其余每次使用前先问一声有没有更新。
map $uri $yantao_cache_control {
    default "${REVALIDATED}";
    "~${IMMUTABLE_PATH}" "${IMMUTABLE}";
}

# 以下各项只在 HTTPS 下发送，用普通 HTTP 访问时值为空，nginx 就不发送。
# 其中 Strict-Transport-Security 叫浏览器两年内只用 HTTPS 访问本域名及其下级域名；
# 下级域名还有不支持 HTTPS 的，请去掉 includeSubDomains。
${onlyHttps
  .map(
    ({ name, value }) => `map $https ${toVariable(name)} {
    default "";
    on "${value}";
}`,
  )
  .join('\n')}

server {
    # 【改】端口；有证书时改用下面三行。
    listen 80;
    # listen 443 ssl;
    # ssl_certificate     /etc/nginx/yantao.crt;
    # ssl_certificate_key /etc/nginx/yantao.key;

    # 【改】网站的域名。不分域名时不必改，但要删去 nginx 自带的默认网站
    #（/etc/nginx/sites-enabled/default 或 /etc/nginx/conf.d/default.conf），否则打开的是它。
    server_name _;

    location / {
        # 【改】dist 文件夹在服务器上的位置。
        root /var/www/yantao;

        index index.html;
        autoindex off;
        # 经过代理时 nginx 不知道外面的协议和端口，跳转时就只说路径。
        absolute_redirect off;
        # 没有的网页和不能列出的文件夹，都给本站自己的“没有这一页”。
        error_page 403 404 =404 /404.html;

        # 直接发送构建时压缩好的 .gz 文件，不必每次现压。
        gzip_static on;
        gzip_vary on;
        # .br 文件更小。nginx 装有 ngx_brotli 模块时，可去掉下一行开头的 #；没有时去掉，nginx 就无法启动。
        # brotli_static on;

        charset utf-8;
        charset_types ${withCharset.join(' ')};
        default_type application/octet-stream;
        types {
${types.join('\n')}
        }

${anywhere.map(({ name, value }) => `        add_header ${name} "${value}" always;`).join('\n')}
${onlyHttps.map(({ name }) => `        add_header ${name} ${toVariable(name)} always;`).join('\n')}
        add_header Cache-Control $yantao_cache_control always;
    }
}
`;
}

function toVariable(header: string): string {
  return `$yantao_${header.toLowerCase().replaceAll('-', '_')}`;
}
