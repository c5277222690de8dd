// A peer that stays up: `node node.mjs readability|defuddle|article-extractor` answers a record a
// line, {"id", "url"?, "html_base64"}, with {"id", "html", "title", "byline", "date"} or {"id", "error"}.
import { createInterface } from 'node:readline';

const name = process.argv[2];
const { JSDOM, VirtualConsole } = await import('jsdom');

// The page's bytes are decoded as a browser would: BOM, then what the page declares.
function open(page, url) {
  return new JSDOM(page, {
    url: url || 'http://page.example/', contentType: 'text/html', virtualConsole: new VirtualConsole(),
  });
}

const makers = {
  async readability() {
    const { Readability } = await import('@mozilla/readability');
    return (page, url) => {
      const found = new Readability(open(page, url).window.document).parse();
      return found && {
        html: found.content, title: found.title, byline: found.byline, date: found.publishedTime,
      };
    };
  },
  async defuddle() {
    const { Defuddle } = await import('defuddle/node');
    return async (page, url) => {
      const at = url || 'http://page.example/';
      // useAsync would fetch from third parties what the page lacks; a benchmark stays off the net.
      const found = await Defuddle(open(page, url), at, { useAsync: false });
      return { html: found.content, title: found.title, byline: found.author, date: found.published };
    };
  },
  async 'article-extractor'() {
    const { extractFromHtml } = await import('@extractus/article-extractor');
    return async (page, url) => {
      const markup = open(page, url).serialize();
      const found = await extractFromHtml(markup, url || 'http://page.example/');
      return found && {
        html: found.content, title: found.title, byline: found.author, date: found.published,
      };
    };
  },
};

// The libraries log to standard output; the answers alone belong there.
const write = process.stdout.write.bind(process.stdout);
console.log = console.info = console.warn = console.debug = console.error = () => {};

const extract = await makers[name]();
for await (const line of createInterface({ input: process.stdin })) {
  const record = JSON.parse(line);
  let answer;
  try {
    const page = Buffer.from(record.html_base64, 'base64');
    answer = (await extract(page, record.url)) || { text: '' };
  } catch (error) {
    answer = { error: String(error) };
  }
  write(JSON.stringify({ id: record.id, ...answer }) + '\n');
}
