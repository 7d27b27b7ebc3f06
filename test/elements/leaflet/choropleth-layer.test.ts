import { expect } from '@open-wc/testing';
import { dataset as figuresOf, listening } from '../base/widgets.js';
import { newId, serve } from '../support/fault-server.js';
import {
  choroplethOn,
  CODES,
  colourAt,
  COUNTED,
  dataset,
  eventsOf,
  isOutlined,
  layerOf,
  leafletStyles,
  mapOf,
  middleOf,
  moduleLeaflet,
  SHAPES,
  shownOn,
  type L,
} from './leaflet-harness.js';

let L: L;
before(async () => {
  await leafletStyles();
  L = await moduleLeaflet();
});

describe('choroplethLayer, its options', () => {
  it('says so where it isn’t given Leaflet', () => {
    expect(() => layerOf(undefined as unknown as L)).to.throw(TypeError, 'Leaflet');
  });

  it('is idle and harmless without a source', async () => {
    const map = await mapOf(L);
    const layer = layerOf(L, { data: null, boundariesData: null }).addTo(map);
    expect(await layer.ready).to.equal('idle');
    expect(layer.toRows()).to.deep.equal([]);
    expect(layer.legend()).to.equal(null);
    expect(layer.classOf('GM0001')).to.equal(null);
    expect(layer.regionAt(middleOf('GM0001'))).to.equal(null);
    expect(layer.getBounds().isValid()).to.equal(false);
    expect(layer.zoomTo('GM0001').select('GM0001').selected).to.equal('GM0001');
  });

  it('paints each region in the colour that its legend gives the class, as the element does', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    const element = await choroplethOn({ data: dataset(), boundariesData: SHAPES });
    const classes = layer.legend()?.classes ?? [];
    expect(classes).to.have.length(5);
    for (const code of CODES) {
      expect(layer.classOf(code), code).to.equal(element.classOf(code));
      expect(colourAt(map, middleOf(code)), code).to.equal(classes[layer.classOf(code) as number].colour);
      expect(colourAt(map, middleOf(code)), code).to.equal(colourAt(element.leafletMap, middleOf(code)));
    }
    expect(layer.toRows()).to.deep.equal(element.toRows());
  });

  it('tells what is in force: as asked until there is a picture, then as drawn', async () => {
    const layer = layerOf(L, { indicator: 'b', within: 'nl01' });
    expect([layer.indicator, layer.period, layer.within]).to.deep.equal(['b', '', 'nl01']);
    layer.set({ within: '' });
    await layer.ready;
    expect([layer.indicator, layer.period, layer.level, layer.within, layer.filter]).to.deep.equal([
      'b',
      '2023',
      'gemeente',
      '',
      '',
    ]);
    layer.set({ indicator: 'a', within: 'gm0001' });
    expect([layer.indicator, layer.within]).to.deep.equal(['a', 'gm0001']);
    await layer.ready;
    expect(layer.within).to.equal('GM0001');
  });

  it('takes all changes of a turn in one go, and tells nothing of a visitor', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    const heard = eventsOf(layer);
    layer.set({ indicator: 'b' }).set({ method: 'manual', breaks: [3, 8] });
    layer.set({ selected: ['GM0002'], palette: 'Reds' });
    await layer.ready;
    expect(layer.indicator).to.equal('b');
    expect(CODES.map((code) => layer.classOf(code))).to.deep.equal([0, 0, 1, 1, 1, 1, 1, 2, 2, 2]);
    expect(layer.legend()?.classes.map(({ from, to }) => [from, to])).to.deep.equal([
      [null, 3],
      [3, 8],
      [8, null],
    ]);
    expect(colourAt(map, middleOf('GM0001'))).to.equal(layer.legend()?.classes[0].colour);
    expect(isOutlined(map, 'GM0002')).to.equal(true);
    expect(heard).to.deep.equal([]);
  });

  it('changes its looks at once, without a new picture', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    const heard = eventsOf(layer);
    const before = colourAt(map, middleOf('GM0001'));
    layer.set({ palette: 'Reds' });
    expect(colourAt(map, middleOf('GM0001'))).to.equal(layer.legend()?.classes[0].colour);
    expect(colourAt(map, middleOf('GM0001'))).not.to.equal(before);
    const full = colourAt(map, middleOf('GM0010'));
    layer.set({ highlighted: 0 });
    expect(colourAt(map, middleOf('GM0010'))).not.to.equal(full);
    layer.set({ highlighted: null });
    expect(colourAt(map, middleOf('GM0010'))).to.equal(full);
    expect(heard).to.deep.equal([]);
  });

  it('keeps nothing of data given as an object: what is withheld can’t be read from its options', async () => {
    const data = dataset({ ...COUNTED, GM0002: 'Q' });
    (data.value as number[])[1] = 77123;
    const map = await mapOf(L);
    const { result: layer } = await listening(() => shownOn(map, L, { data }));
    expect(JSON.stringify(layer.options)).not.to.contain('77123');
    expect(layer.classOf('GM0002')).to.equal('withheld');
    expect(layer.rowOf('GM0002')).to.include({ kind: 'withheld', text: 'niet gepubliceerd' });
    expect(layer.rowOf('GM0002')).not.to.have.property('value');
  });

  it('gives the row of one region, in the words of its language', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L, { data: dataset({ GM0001: 4.5, GM0002: 'Q' }), lang: 'en' });
    expect(layer.rowOf('gm0001 ')).to.include({ region: 'GM0001', name: 'Gebied 1', text: '4.5', value: 4.5 });
    expect(layer.rowOf('GM0002')?.text).to.equal('not published');
    expect(layer.rowOf('GM9999')).to.equal(null);
    expect(layer.legend()?.missing.map(({ kind }) => kind)).to.deep.equal(['withheld', 'none']);
    layer.set({ lang: 'nl' });
    await layer.ready;
    expect(layer.rowOf('GM0002')?.text).to.equal('niet gepubliceerd');
    expect(layer.legend()?.missing[0].text).to.equal('niet gepubliceerd');
  });

  it('speaks the language of the page around the map', async () => {
    const map = await mapOf(L);
    map.getContainer().lang = 'en';
    const layer = await shownOn(map, L, { data: dataset({ GM0001: 4.5 }) });
    expect(layer.rowOf('GM0001')?.text).to.equal('4.5');
  });
});

describe('choroplethLayer, loading', () => {
  const asJson = (body: unknown) => ({ body: JSON.stringify(body) });

  it('asks for nothing before it is on a map, or its ready is asked for', async () => {
    const { url, requests } = await serve(asJson(dataset()));
    const layer = layerOf(L, { data: null, src: url });
    await new Promise((resolve) => setTimeout(resolve));
    expect(await requests()).to.have.length(0);
    expect(await layer.ready).to.equal('ready');
    expect(await requests()).to.have.length(1);
    expect(layer.classOf('GM0001')).to.equal(0);
  });

  it('tells what it has loaded, once, and again after a reload', async () => {
    const { url, requests } = await serve(asJson(dataset()));
    const map = await mapOf(L);
    const layer = layerOf(L, { data: null, src: url });
    const heard = eventsOf(layer);
    layer.addTo(map);
    await layer.ready;
    layer.set({ indicator: 'b' });
    await layer.ready;
    expect(heard).to.deep.equal([{ type: 'zo-load', url }]);
    await layer.reload();
    expect(heard).to.have.length(2);
    expect(await requests()).to.have.length(2);
  });

  it('loads what is set while it is on a map, without being asked for it', async () => {
    const { url } = await serve(asJson(dataset()));
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    const loaded = new Promise((resolve) => layer.once('zo-load', resolve));
    layer.set({ data: null, src: url });
    await loaded;
    expect(layer.status).to.equal('ready');
  });

  it('tells an error in words, on the console too, and keeps the last good picture', async () => {
    const id = newId();
    const { url } = await serve({ status: 404 }, '/gone.json', id);
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    const heard = eventsOf(layer);
    const colour = colourAt(map, middleOf('GM0010'));
    const { said } = await listening(async () => {
      layer.set({ data: null, src: url });
      await layer.ready;
    });
    expect(layer.status).to.equal('error');
    expect(layer.problems[0]).to.include({ code: 'http', severity: 'error', status: 404 });
    expect(heard).to.have.length(1);
    expect(heard[0]).to.include({ type: 'zo-error', code: 'http', url, severity: 'error', path: '' });
    expect(heard[0].message).to.match(/ 404\. .+\.$/);
    expect(said.error).to.have.length(1);
    expect(said.error[0]).to.match(/^choroplethLayer http: /);
    expect(colourAt(map, middleOf('GM0010'))).to.equal(colour);
    expect(layer.classOf('GM0010')).to.equal(4);
    expect(layer.regionAt(middleOf('GM0010'))).to.equal('GM0010');
    layer.set({ data: dataset(), src: '' });
    expect(await layer.ready).to.equal('ready');
  });

  it('warns without an error, and draws', async () => {
    const map = await mapOf(L);
    const data = dataset({ ...COUNTED, GM0002: 'Q' });
    (data.value as number[])[1] = 5;
    const layer = layerOf(L, { data });
    const heard = eventsOf(layer);
    const { said } = await listening(async () => {
      layer.addTo(map);
      await layer.ready;
    });
    expect(layer.status).to.equal('ready');
    expect(heard.map(({ code, severity }) => [code, severity])).to.deep.include(['withheld-number', 'warning']);
    expect(said.warn).to.have.length(1);
    expect(said.error).to.deep.equal([]);
  });

  it('takes its picture away with its source', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    layer.set({ data: null });
    expect(await layer.ready).to.equal('idle');
    expect(layer.regionAt(middleOf('GM0001'))).to.equal(null);
    expect(layer.toRows()).to.deep.equal([]);
    expect(layer.getAttribution?.()).to.equal(null);
  });

  it('goes on where a listener of its host throws', async () => {
    const map = await mapOf(L);
    const layer = layerOf(L);
    const thrown = new Error('the host’s own');
    const reported: unknown[] = [];
    const report = window.reportError;
    window.reportError = (error: unknown) => void reported.push(error);
    layer.on('zo-load', () => {
      throw thrown;
    });
    layer.addTo(map);
    expect(await layer.ready).to.equal('ready');
    window.reportError = report;
    expect(reported).to.deep.equal([thrown]);
  });

  it('settles for hostile data without throwing', async () => {
    const map = await mapOf(L);
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
      },
    );
    const { result: layer } = await listening(async () => {
      const one = layerOf(L, { data: hostile }).addTo(map);
      await one.ready;
      return one;
    });
    expect(layer.status).to.equal('error');
    expect(layer.problems[0].code).to.equal('invalid-dataset');
    const { result: status } = await listening(() => layer.set({ data: figuresOf({}) }).ready);
    expect(status).to.equal('error');
  });
});
