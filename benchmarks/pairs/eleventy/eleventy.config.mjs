// Records are front matter alone: no template language reads their empty bodies, and no collection holds them.
export default function (config) {
  config.addGlobalData("layout", "page.11ty.mjs");
  config.addGlobalData("eleventyExcludeFromCollections", true);
  config.addPassthroughCopy({ ressources: "ressources" });
  config.setUseGitIgnore(false);
  return {
    dir: { input: "../sources", layouts: "../eleventy/layouts", includes: "../eleventy/layouts" },
    markdownTemplateEngine: false,
    templateFormats: ["md"],
  };
}
