import { MapChart } from 'echarts/charts';
import { VisualMapComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { COLOURS, MISSING } from '../classes.mjs';
import { codeOf, inMap, indicator, mapElement, readFeatures, readFigures } from './common/inputs.js';
import { present } from './common/present.js';

use([MapChart, VisualMapComponent, CanvasRenderer]);
const [figures, shapes] = await Promise.all([readFigures(), readFeatures()]);
const codes = shapes.features.map(codeOf);
registerMap('areas', shapes);
const chart = init(mapElement);

function show(name) {
  const { breaks, value } = figures(name);
  const finished = new Promise((done) => {
    const end = () => {
      chart.off('finished', end);
      done();
    };
    chart.on('finished', end);
  });
  chart.setOption({
    animation: false,
    visualMap: {
      type: 'piecewise',
      show: false,
      pieces: COLOURS.map((color, i) => ({ gte: breaks[i - 1] ?? -Infinity, lt: breaks[i] ?? Infinity, color })),
      outOfRange: { color: MISSING },
    },
    series: {
      type: 'map',
      map: 'areas',
      nameProperty: 'statcode',
      roam: true,
      aspectScale: 0.61,
      layoutCenter: ['50%', '50%'],
      layoutSize: '98%',
      itemStyle: { borderColor: '#ffffff', borderWidth: 0.5, areaColor: MISSING },
      emphasis: { label: { show: false } },
      data: codes.filter((code) => value(code) !== undefined).map((code) => ({ name: code, value: value(code) })),
    },
  });
  return finished;
}

await show(indicator);
const { handler } = chart.getZr();

/** ECharts keeps beside each drawn element which item of the series it stands for. */
function nameOf(element) {
  const inner = Object.keys(element).find((key) => key.startsWith('__ec_inner_'));
  const index = element[inner]?.dataIndex;
  return index === undefined ? null : chart.getModel().getSeriesByIndex(0).getData().getName(index);
}

await present({
  container: mapElement,
  show,
  project: (longitude, latitude) => inMap().toPage(chart.convertToPixel({ seriesIndex: 0 }, [longitude, latitude])),
  hover(x, y) {
    let { target } = handler.findHover(...inMap().toMap(x, y));
    while (target && nameOf(target) === null) target = target.parent;
    return target ? nameOf(target) : null;
  },
});
