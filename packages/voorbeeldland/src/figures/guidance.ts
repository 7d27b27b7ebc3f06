import type { GuidanceText } from './json-stat-writer.js';

/** What to do with a figure and what not, per theme: WEL and NIET. */
export const GUIDANCE: Readonly<Record<'vastgoed' | 'drugs' | 'transacties' | 'branches', readonly GuidanceText[]>> = {
  vastgoed: [
    {
      label: 'Leeswijzer vastgoed',
      href: 'leeswijzer.html#vastgoed',
      do: [
        'Vergelijk met gebieden van dezelfde soort en met het hele land.',
        'Leg het cijfer naast wat wijkteam, toezicht en makelaars ter plaatse zien.',
        'Gebruik het om te kiezen waar een eerste gesprek of controle zinvol is.',
      ],
      dont: [
        'Trek geen conclusie over een pand, een eigenaar of een straat.',
        'Stel geen lijst van "slechtste" buurten op.',
      ],
    },
  ],
  drugs: [
    {
      label: 'Leeswijzer drugs',
      href: 'leeswijzer.html#drugs',
      do: [
        'Kijk naar meer jaren: een uitschieter kan het gevolg zijn van één grote zaak.',
        'Bespreek het cijfer met politie, scholen en jongerenwerk.',
      ],
      dont: [
        'Zie een laag cijfer niet als bewijs dat er niets speelt: wat niet gezocht wordt, wordt niet gevonden.',
        'Gebruik het niet om jongeren of gezinnen aan te wijzen.',
      ],
    },
  ],
  transacties: [
    {
      label: 'Leeswijzer transacties',
      href: 'leeswijzer.html#transacties',
      do: ['Vergelijk het aantal en het bedrag: weinig grote transacties vragen om iets anders dan veel kleine.'],
      dont: ['Lees een verdachte transactie niet als een bewezen misdrijf.'],
    },
  ],
  branches: [
    {
      label: 'Leeswijzer branches',
      href: 'leeswijzer.html#branches',
      do: [
        'Zoek eerst een gewone verklaring: een winkelcentrum, een hoofdkantoor, een toeristenplaats.',
        'Kies met de branchevereniging welke barrière past.',
      ],
      dont: ['Wijs geen bedrijf aan: het cijfer gaat over alle vestigingen samen.'],
    },
  ],
};
