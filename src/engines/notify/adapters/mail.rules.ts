/**
 * Headers that keep a conversation together. `code` goes into the reply address; ids with or without angle brackets.
 * `robot`: nobody wrote it, it answers an e-mail by itself (RFC 3834): it says so and carries no return path, so nothing comes back.
 */
export type MailThread = { readonly code?: string; readonly inReplyTo?: string; readonly references?: readonly string[]; readonly robot?: boolean };

/** One e-mail in its reader's language. */
export type Letter = {
  /** stays the same through all tries; the Message-ID is made from it */
  readonly id: string;
  readonly locale: 'zh' | 'en';
  readonly subject: string;
  /** one message, or several in a digest */
  readonly parts: readonly { readonly title: string; readonly text: string; readonly link: string }[];
  /** what a link says */
  readonly open: string;
  /** who writes and why, below the line */
  readonly foot: string;
  readonly unsubscribe?: { readonly url: string; readonly text: string } | undefined;
  readonly thread?: MailThread | undefined;
};

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const plain = (text: string): string => text.replace(/[&<>"']/g, (c) => MARKUP[c] ?? c);
const lines = (text: string): string => plain(text).replace(/\r?\n/g, '<br>');

/** The letter as plain text. */
export function mailText(l: Letter): string {
  const parts = l.parts.map((p) => [p.title, p.text, p.link].filter((s) => s !== '').join('\n\n'));
  const foot = l.unsubscribe ? `${l.foot}\n${l.unsubscribe.text} ${l.unsubscribe.url}` : l.foot;
  return `${parts.join('\n\n————\n\n')}\n\n-- \n${foot}\n`;
}

/** The letter as HTML: nothing is fetched from anywhere, everything from people is escaped. */
export function mailHtml(l: Letter): string {
  const part = (p: Letter['parts'][number]): string =>
    `<h2 style="font-size:18px;margin:24px 0 8px;color:#1F2329">${plain(p.title)}</h2>` +
    `<p style="margin:0 0 16px;line-height:1.7;color:#1F2329">${lines(p.text)}</p>` +
    (p.link === '' ? '' : `<p style="margin:0 0 8px"><a href="${plain(p.link)}" style="display:inline-block;padding:10px 20px;border-radius:8px;background:#C8161D;color:#fff;text-decoration:none">${plain(l.open)}</a></p>`);
  const leave = l.unsubscribe ? ` <a href="${plain(l.unsubscribe.url)}" style="color:#646A73">${plain(l.unsubscribe.text)}</a>` : '';
  return (
    `<!doctype html><html lang="${l.locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>` +
    '<body style="margin:0;padding:24px;background:#F7F5F2;font-family:-apple-system,\'PingFang SC\',\'Microsoft YaHei\',sans-serif;font-size:16px">' +
    `<div style="max-width:600px;margin:0 auto;padding:8px 24px 24px;background:#fff;border-radius:8px">${l.parts.map(part).join('<hr style="border:0;border-top:1px solid #E5E2DD;margin:24px 0">')}</div>` +
    `<p style="max-width:600px;margin:16px auto 0;font-size:13px;line-height:1.6;color:#646A73">${lines(l.foot)}${leave}</p></body></html>`
  );
}
