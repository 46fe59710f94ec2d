type Held = { readonly title: string; readonly why: string; readonly kept: string; readonly rows: readonly { readonly label: string; readonly value: string }[] };

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in a page, whatever was typed into it. */
export const asText = (text: string): string => text.replace(/[&<>"']/g, (c) => MARKS[c] ?? c);

const section = (h: Held): string => `<section><h2>${asText(h.title)}</h2><p>${asText(h.why)}</p><p>${asText(h.kept)}</p>
<table>${h.rows.map((r) => `<tr><th scope="row">${asText(r.label)}</th><td>${asText(r.value)}</td></tr>`).join('\n')}</table></section>`;

/** The page in an export: plain, without script, readable on any device. */
export const page = (o: { heading: string; made: string; lang: 'zh' | 'en'; held: readonly Held[] }): string => `<!doctype html>
<html lang="${o.lang === 'zh' ? 'zh-CN' : 'en'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${asText(o.heading)}</title>
<style>body{font:16px/1.6 system-ui;margin:2em auto;max-width:46em;padding:0 1em}table{border-collapse:collapse;width:100%}th,td{text-align:left;border-top:1px solid #ddd;padding:.4em .6em;vertical-align:top}th{width:40%;font-weight:500}p{color:#555}</style>
<h1>${asText(o.heading)}</h1><p>${asText(o.made)}</p>
${o.held.map(section).join('\n')}
</html>
`;
