import type { VendorSettings } from '#platform/config';
import type { Outbound } from '#platform/outbound';
import { dingtalk } from './dingtalk.ts';
import type { Vendor } from './vendor.ts';
import { wechat } from './wechat.ts';
import { wecom } from './wecom.ts';

/** The vendors that the settings set up, in the order in which they are offered. */
export function vendorsFrom(s: VendorSettings, o: Outbound): Vendor[] {
  return [s.wecom && wecom(s.wecom, o), s.dingtalk && dingtalk(s.dingtalk, o), s.wechat && wechat(s.wechat, o)].filter((v) => v !== null);
}
