import type { VendorName } from './adapters/vendor.ts';

/** In which vendor's own browser somebody is, by what it says of itself; null in any other. WeCom's also names WeChat, so it is asked first. */
export function vendorOfBrowser(userAgent: string): VendorName | null {
  if (/\bwxwork\//i.test(userAgent)) return 'wecom';
  if (/\bDingTalk\//i.test(userAgent)) return 'dingtalk';
  return /\bMicroMessenger\//i.test(userAgent) ? 'wechat' : null;
}

/** Ways inside the own app: one slash, then anything but a slash, a backslash, blanks and controls. Everything else leads home. */
export const insidePath = (wanted: string): string => (/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(wanted) && wanted.length <= 500 ? wanted : '/');
