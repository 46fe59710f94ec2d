const APPS: readonly [RegExp, string][] = [
  [/wxwork/i, 'WeCom'], [/MicroMessenger/i, 'WeChat'], [/DingTalk/i, 'DingTalk'], [/AlipayClient/i, 'Alipay'],
  [/Edg\//, 'Edge'], [/Firefox\//, 'Firefox'], [/HuaweiBrowser/i, 'Huawei'], [/MiuiBrowser/i, 'Xiaomi'], [/QQBrowser/i, 'QQ'],
  [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari'],
];
const MACHINES: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/HarmonyOS|OpenHarmony/i, 'HarmonyOS'], [/Android/, 'Android'],
  [/Windows/, 'Windows'], [/Macintosh|Mac OS X/, 'Mac'], [/Linux/, 'Linux'],
];

/** A device in two coarse words ("iPhone · WeChat"): enough to recognise the own one, too little to tell people apart. */
export function deviceOf(userAgent: string): string {
  const find = (list: readonly [RegExp, string][]) => list.find(([mark]) => mark.test(userAgent))?.[1];
  return [find(MACHINES), find(APPS)].filter((x) => x !== undefined).join(' · ');
}
