import { type Asked, blind, finalise, paperOf, type Ready, receiptFits, type Token } from '#shared/ballot-booth';
import { call, type Output } from '../../../../../web/kit/index.ts';
import { api } from '../../ballots.contract.ts';
import { terminal } from '../../hall.contract.ts';
import { BadReceipt, type Content, stubborn, TooLong } from './device.ts';

type Seen = Output<typeof terminal.look>;
const quiet = (): void => undefined;

/** One vote by card on a shared device. Everything of it is in memory only, so that it is gone with the voter; pressed again, the same paper goes out again. */
export class CardVote {
  readonly #of: Seen;
  readonly #code: string;
  readonly #class: string;
  #asked: Asked | null = null;
  #token: Token | null = null;
  #ready: { readonly said: string; readonly paper: Ready } | null = null;

  constructor(of: Seen, code: string, name: string) {
    this.#of = of;
    this.#code = code;
    this.#class = name;
  }

  /** Fetches the token, seals and posts the paper, all without a session. @returns the number of the receipt */
  async cast(content: Content): Promise<string> {
    const { booth, federationId, id } = this.#of;
    if (booth === null) throw new Error('no booth');
    this.#asked ??= await blind(booth, this.#class);
    const asked = this.#asked;
    this.#token ??= await finalise(booth, asked, (await stubborn(() => call(terminal.token, { federationId, ballotId: id, code: this.#code, blinded: asked.blinded }, { anonymous: true }), quiet)).signature);
    const said = JSON.stringify(content);
    if (this.#ready?.said !== said) {
      const paper = await paperOf(booth, this.#ready?.paper.token ?? this.#token, content);
      if (paper === null) throw new TooLong();
      this.#ready = { said, paper };
    }
    const { paper } = this.#ready;
    const receipt = await stubborn(() => call(api.paper, { federationId, ballotId: id, body: paper.body }, { anonymous: true }), quiet);
    if ((await receiptFits(booth, receipt, paper.hash)) === false) throw new BadReceipt();
    return receipt.paper;
  }
}
