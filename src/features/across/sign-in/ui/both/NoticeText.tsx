import { Loaded, useCall } from '../../../../../web/kit/index.ts';
import { api } from '../../sign-in.contract.ts';

/** The privacy notice in the reader's language. */
export function NoticeText() {
  const notice = useCall(api.privacyNotice, {}, { anonymous: true });
  return (
    <Loaded from={notice} lines={8}>
      {(n) => <div className="noticetext">{n.sections.map((s) => <section key={s.heading}><h2>{s.heading}</h2><p>{s.text}</p></section>)}</div>}
    </Loaded>
  );
}
