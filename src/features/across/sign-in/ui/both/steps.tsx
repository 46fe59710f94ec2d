import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { answers, call, type Output, refresh } from '../../../../../web/kit/index.ts';
import { api } from '../../sign-in.contract.ts';
import { safeNext } from '../sign-in-ui.rules.ts';

export type App = 'member' | 'console';
export type Answer = Output<typeof api.withCode>;

/** Where the way into the app stands: credentials, or which person, or the second factor. */
export type Step = { readonly at: 'start' } | { readonly at: 'choose'; readonly ticket: string; readonly choices: NonNullable<Answer['choices']> } | { readonly at: 'totp'; readonly ticket: string };

/** Walks through the steps of signing in; at the end the person is where he or she wanted to be: `to`, or what the address says. */
export function useSteps(): { readonly step: Step; readonly take: (answer: Answer, to?: string) => void; readonly startAgain: () => void } {
  const wanted = useRef<string>(undefined);
  const [step, setStep] = useState<Step>({ at: 'start' });
  const [params] = useSearchParams();
  const go = useNavigate();
  const enter = async (): Promise<void> => {
    answers.clear();
    const me = await call(api.me, {});
    const next = safeNext(wanted.current ?? params.get('next'));
    await go(me.needs.includes('consent') ? `/welcome?next=${encodeURIComponent(next)}` : next, { replace: true });
  };
  return {
    step,
    take: (answer, to) => {
      wanted.current = to ?? wanted.current;
      if (answer.next === 'totp' && answer.ticket) setStep({ at: 'totp', ticket: answer.ticket });
      else if (answer.next === 'choose' && answer.ticket) setStep({ at: 'choose', ticket: answer.ticket, choices: answer.choices ?? [] });
      else void enter().catch(() => refresh(api.me));
    },
    startAgain: () => setStep({ at: 'start' }),
  };
}

/** Seconds until something may be done again. */
export function useCountdown(): readonly [left: number, start: (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until <= Date.now()) return;
    const beat = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) clearInterval(beat);
    }, 500);
    return () => clearInterval(beat);
  }, [until]);
  return [Math.max(0, Math.ceil((until - now) / 1000)), (seconds) => { setNow(Date.now()); setUntil(Date.now() + seconds * 1000); }];
}
