import { guid } from '../../world.ts';

/** Ids of tenants and people, for every part of the story that names them. */
export const tenants = { contoso: guid(1), fabrikam: guid(11), wingtip: guid(12), adatum: guid(13) };

export const people = {
  alex: guid(101),
  mona: guid(102),
  gita: guid(103),
  piet: guid(104),
  una: guid(105),
  stella: guid(106),
  boris: guid(107),
  elin: guid(108),
  rhea: guid(109),
  sven: guid(110),
  fay: guid(111),
  felix: guid(112),
  wim: guid(121),
  /** The partner's consultant at home, and as a guest in each customer's tenant. */
  gus: guid(131),
  gusAtContoso: guid(132),
  gusAtFabrikam: guid(133),
  gusAtWingtip: guid(134),
};
