import { hostHeaders, IMMUTABLE, REVALIDATED, rareTypes } from './host-headers.ts';
import { IMMUTABLE_PATH } from './immutable-files.ts';

/**
 * Writes the configuration of a site for Caddy (2.6 or later).
 *
 * Headers already set stay on what an error handler sends, so a missing file's type and caching are
 * replaced there (caddyserver.com/docs/caddyfile/directives/handle_errors).
 */
export function writeCaddyfile(): string {
  const anywhere = hostHeaders.filter(({ needs }) => needs === 'nothing');
  const onlyHttps = hostHeaders.filter(({ needs }) => needs !== 'nothing');

  return `# 本站的 Caddy 配置，构建网站时自动生成。
#
# 用法：
#   1. 把整个 dist 文件夹复制到服务器上，例如 /var/www/yantao。
#   2. 把本文件复制为 /etc/caddy/Caddyfile，按实际情况改下面标有【改】的两行。
#   3. 执行 caddy validate --config /etc/caddy/Caddyfile 检查，再执行 systemctl reload caddy 生效。
# 以后更新网站只需替换 dist 里的文件，不必再动 Caddy。

# 【改】有域名时把 :80 改为域名（例如 papers.example.org），Caddy 会自己申请证书，改用 HTTPS。
:80 {
	# 【改】dist 文件夹在服务器上的位置。
	root * /var/www/yantao

	header {
${anywhere.map(({ name, value }) => `		${name} "${value}"`).join('\n')}
	}

	# 只在 HTTPS 下发送。
	# 其中 Strict-Transport-Security 叫浏览器两年内只用 HTTPS 访问本域名及其下级域名；
	# 下级域名还有不支持 HTTPS 的，请去掉 includeSubDomains。
	@https protocol https
	header @https {
${onlyHttps.map(({ name, value }) => `		${name} "${value}"`).join('\n')}
	}

	# 文件名里带有内容校验码的文件永远不变，浏览器可以一直留用；其余每次使用前先问一声有没有更新。
	map {path} {cache_control} {
		"~${IMMUTABLE_PATH}" "${IMMUTABLE}"
		default "${REVALIDATED}"
	}
	header Cache-Control {cache_control}

${Object.entries(rareTypes)
  .map(
    ([extension, type]) => `	@${extension} path *.${extension}
	header @${extension} Content-Type "${type}"`,
  )
  .join('\n')}

	# 直接发送构建时压缩好的 .br 和 .gz 文件，不必每次现压。
	file_server {
		precompressed br gzip
	}

	# 没有的网页，给本站自己的“没有这一页”。
	handle_errors {
		@missing expression {http.error.status_code} == 404
		handle @missing {
			rewrite * /404.html
			header Cache-Control "${REVALIDATED}"
			header Content-Type "text/html; charset=utf-8"
			file_server {
				precompressed br gzip
			}
		}
	}
}
`;
}
