import type { Persona } from '../../world/directory.ts';
import { people, tenants } from './directory-ids.ts';
import { sku } from './skus.ts';

type Role = Persona['roles'][number];
const directly = (...names: string[]): Role[] => names.map((name) => ({ name, held: 'directly' }));

type Sketch = Pick<Persona, 'id' | 'name' | 'userName' | 'story'> & Partial<Persona>;
const persona = (tenant: string, sketch: Sketch): Persona => ({
  tenant,
  roles: [],
  sign: 'plain',
  licences: [],
  ...sketch,
  consented: [],
});

const contoso = (): Persona[] =>
  [
    {
      id: people.alex,
      name: 'Alex Lund',
      userName: 'alex@contoso.example',
      story: 'Consultant who sets up the portal. System Administrator directly, everything granted.',
      roles: directly('System Administrator', 'Power Platform Administrator', 'Dynamics 365 Administrator'),
      licences: [sku.supplyChain.id],
    },
    {
      id: people.mona,
      name: 'Mona Berg',
      userName: 'mona.berg@contoso.example',
      story: 'Tenant administrator: Power Platform and Global Administrator. Can consent for everybody.',
      roles: directly('Global Administrator', 'Power Platform Administrator', 'System Administrator'),
      licences: [sku.teamMembers.id],
    },
    {
      id: people.gita,
      name: 'Gita Rao',
      userName: 'gita.rao@contoso.example',
      story: 'Holds her roles through a security group only, which Power Pages does not count.',
      roles: [
        { name: 'System Administrator', held: 'by-group' as const },
        { name: 'Power Platform Administrator', held: 'by-group' as const },
      ],
      licences: [sku.supplyChain.id],
    },
    {
      id: people.piet,
      name: 'Piet Visser',
      userName: 'piet.visser@contoso.example',
      story: 'Activates his roles for a few hours (PIM), which Power Pages does not count.',
      roles: [
        { name: 'System Administrator', held: 'by-pim' as const },
        { name: 'Power Platform Administrator', held: 'by-pim' as const },
      ],
      licences: [sku.supplyChain.id],
    },
    {
      id: people.una,
      name: 'Una Holm',
      userName: 'una.holm@contoso.example',
      story: 'Works in sales and has no administrator role at all.',
      licences: [sku.teamMembers.id],
    },
    {
      id: people.stella,
      name: 'Stella Okafor',
      userName: 'stella.okafor@contoso.example',
      story: 'Administrator who must confirm her sign-in once more before Microsoft’s services answer.',
      roles: directly('System Administrator', 'Power Platform Administrator'),
      sign: 'step-up' as const,
      licences: [sku.supplyChain.id],
    },
    {
      id: people.boris,
      name: 'Boris Kask',
      userName: 'boris.kask@contoso.example',
      story: 'Works from a place that conditional access blocks: he gets in here, and no further.',
      roles: directly('System Administrator'),
      sign: 'blocked' as const,
      licences: [sku.supplyChain.id],
    },
    {
      id: people.elin,
      name: 'Elin Dahl',
      userName: 'elin.dahl@contoso.example',
      story: 'Her session has expired. She meets that once, signs in again, and goes on.',
      roles: directly('System Administrator', 'Power Platform Administrator'),
      sign: 'expired' as const,
      licences: [sku.supplyChain.id],
    },
    {
      id: people.rhea,
      name: 'Rhea Stone',
      userName: 'rhea.stone@contoso.example',
      story: 'System Administrator, but her user has the access mode Read.',
      roles: directly('System Administrator', 'Power Platform Administrator'),
      accessMode: 2,
      licences: [sku.supplyChain.id],
    },
    {
      id: people.sven,
      name: 'Sven Holt',
      userName: 'sven.holt@contoso.example',
      story: 'Power Platform Administrator of the tenant who has no user in the environment.',
      roles: directly('Power Platform Administrator'),
    },
  ].map((sketch) => persona(tenants.contoso, sketch));

const others = (): Persona[] => [
  persona(tenants.fabrikam, {
    id: people.fay,
    name: 'Fay Brooks',
    userName: 'fay.brooks@fabrikam.example',
    story: 'Global Administrator of Fabrikam, where nobody consented to Portico yet. She can.',
    roles: directly('Global Administrator', 'Power Platform Administrator', 'System Administrator'),
    licences: [sku.supplyChain.id],
  }),
  persona(tenants.fabrikam, {
    id: people.felix,
    name: 'Felix Amari',
    userName: 'felix.amari@fabrikam.example',
    story: 'Consultant at Fabrikam. Without consent he needs the help of an administrator.',
    roles: directly('System Administrator'),
    licences: [sku.supplyChain.id],
  }),
  persona(tenants.wingtip, {
    id: people.wim,
    name: 'Wim Jansen',
    userName: 'wim.jansen@wingtip.example',
    story: 'Global Administrator of Wingtip, a tenant without Dynamics 365.',
    roles: directly('Global Administrator'),
  }),
];

/** A consultant of a partner: one account at home, a guest of three customers. */
const guest = (): Persona[] => {
  const gus = { name: 'Gus Moreau', userName: 'gus.moreau@adatum.example' };
  const visits = (customer: string, id: string, story: string, roles: Role[] = []) =>
    persona(customer, { ...gus, id, story, roles, home: people.gus });
  return [
    persona(tenants.adatum, {
      ...gus,
      id: people.gus,
      story: 'Consultant of the partner Adatum, invited as a guest by three customers.',
    }),
    visits(
      tenants.contoso,
      people.gusAtContoso,
      'Guest from Adatum: System Administrator here, but not allowed to read the directory.',
      directly('System Administrator'),
    ),
    visits(tenants.fabrikam, people.gusAtFabrikam, 'Guest from Adatum.'),
    visits(tenants.wingtip, people.gusAtWingtip, 'Guest from Adatum.'),
  ];
};

/** Everybody in the story of Contoso and its neighbours; the first is whom rehearsals begin with. */
export const everybody = (): Persona[] => [...contoso(), ...others(), ...guest()];
