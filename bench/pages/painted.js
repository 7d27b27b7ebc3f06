/**
 * Tells the benchmark that a page's regions stand on the screen: what was drawn on canvases is forced out by reading a
 * pixel, then three frames pass, each with something to paint. The same for every page.
 */
export async function painted(root) {
  for (const canvas of canvasesIn(root)) canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
  const damage = document.createElement('i');
  damage.className = 'damage';
  document.body.append(damage);
  for (let frame = 0; frame < 3; frame++) {
    damage.textContent = String(frame);
    await new Promise(requestAnimationFrame);
  }
  performance.mark('painted');
  window.paintedAt = performance.now();
}

function canvasesIn(root) {
  return [...root.querySelectorAll('canvas')].filter((canvas) => canvas.width > 200);
}
