import { keep, kept, type Output } from '../../../../web/kit/index.ts';
import type { api } from '../sign-in.contract.ts';

export type VendorName = Output<typeof api.vendors>['items'][number]['vendor'];

export const isVendor = (name: string | undefined): name is VendorName => name === 'wecom' || name === 'dingtalk' || name === 'wechat';

/** A vendor's account that waits to be bound in this tab. */
export function keptClaim(): { vendor: VendorName; claim: string } | undefined {
  const [vendor, claim] = (kept('vendor-claim', 'tab') ?? '').split(' ');
  return claim && isVendor(vendor) ? { vendor, claim } : undefined;
}

export const keepClaim = (vendor: VendorName, claim: string): boolean => keep('vendor-claim', `${vendor} ${claim}`, 'tab');
export const dropClaim = (): boolean => keep('vendor-claim', null, 'tab');

/** True the first time in this tab: in a vendor's own browser one goes straight over once, not again after signing out or being refused. */
export function firstTimeHere(): boolean {
  return kept('vendor-straight', 'tab') === null && keep('vendor-straight', '1', 'tab');
}
