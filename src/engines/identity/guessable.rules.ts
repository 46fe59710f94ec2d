/**
 * Passwords that everybody tries first. Instead of a list of millions: take away what people add to satisfy a rule
 * (digits and signs at both ends, look-alikes inside) and see whether a well-known core remains.
 */
const CORES = new Set(
  `password passwd pass passcode admin administrator root user test guest login welcome hello master super manager system
  qwerty qwert qwer qwertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc qaz wsx edc qweasd qweasdzxc
  abc abcd abcde abcdef abcdefg abcabc aabbcc aaa xxx zzz
  iloveyou loveyou love lover sunshine princess dragon monkey football baseball shadow secret letmein trustno freedom
  woaini woaiwojia wodemima mima nihao niubi laopo laogong baobao beibei wangba zhongguo china beijing shanghai shenzhen
  gonghui zhigong niangjia union member worker huawei xiaomi tencent alibaba taobao weixin wechat alipay
  windows linux oracle mysql postgres server database computer internet google apple samsung
  zhang wang li zhao liu chen yang huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong
  xiao cheng cao yuan deng fu shen zeng peng lv su lu jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong
  zhangsan lisi wangwu zhaoliu january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter default temp temporary change changeme demo`
    .split(/\s+/),
);

const LOOKS: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '0': 'o', '1': 'i', '!': 'i', '3': 'e', '$': 's', '5': 's', '7': 't' };

const plain = (s: string): string => s.replace(/[@40137!$5]/g, (c) => LOOKS[c] ?? c);

/** Rows of a keyboard and the alphabet, forwards and backwards, for runs such as `1234`, `4321`, `qwer`, `!@#$`. */
const RUNS = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '!@#$%^&*()', '1qaz2wsx3edc4rfv5tgb6yhn7ujm'];
const ALL_RUNS = [...RUNS, ...RUNS.map((r) => [...r].reverse().join(''))];

/** How many characters stay when runs of three or more along a keyboard row, and repeats, are taken as one. */
function surprising(low: string): number {
  let left = 0;
  for (let i = 0; i < low.length; ) {
    let run = 1;
    while (i + run < low.length && low[i + run] === low[i]) run += 1;
    for (const row of ALL_RUNS) {
      const at = row.indexOf(low.slice(i, i + 3));
      if (at < 0 || i + 3 > low.length) continue;
      let n = 3;
      while (i + n < low.length && row[at + n] === low[i + n]) n += 1;
      run = Math.max(run, n);
    }
    left += 1;
    i += run;
  }
  return left;
}

/** Whether a password is one that a guesser tries among the first. */
export function isCommon(password: string): boolean {
  const low = password.toLowerCase();
  const core = low.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const looked = plain(low).replace(/^[^a-z]+|[^a-z]+$/g, '');
  const lookedCore = plain(low.replace(/[^a-z]+$/, '').replace(/^[^a-z@$]+/, ''));
  if (core === '' || [core, looked, lookedCore].some((c) => CORES.has(c))) return true;
  return surprising(low) <= 5;
}
