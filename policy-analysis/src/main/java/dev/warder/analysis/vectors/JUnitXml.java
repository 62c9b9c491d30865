package dev.warder.analysis.vectors;

import dev.warder.model.text.Quoted;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes runs as JUnit XML, which build servers read: a suite for a file, a case for a vector. */
public final class JUnitXml {
  private final XMLStreamWriter xml;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * Returns the document, which says that it is UTF-8. Characters that XML cannot have, and others
   * that nobody could see, are escaped as in {@code \}{@code u{1b}}. The same runs give the same
   * text.
   */
  public static String of(List<VectorRun> runs) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JUnitXml(xml).write(runs);
      xml.close();
    } catch (XMLStreamException e) {
      throw new AssertionError("text is written to memory", e);
    }
    return text.append('\n').toString();
  }

  private void write(List<VectorRun> runs) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    newLine("");
    xml.writeStartElement("testsuites");
    counts(runs);
    for (VectorRun run : runs) {
      newLine("  ");
      xml.writeStartElement("testsuite");
      attribute("name", run.title());
      attribute("file", run.source());
      counts(List.of(run));
      for (VectorResult result : run.results()) {
        write(run, result);
      }
      newLine("  ");
      xml.writeEndElement();
    }
    newLine("");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void counts(List<VectorRun> runs) throws XMLStreamException {
    attribute("tests", runs.stream().mapToInt(run -> run.results().size()).sum() + "");
    attribute("failures", count(runs, false) + "");
    attribute("errors", count(runs, true) + "");
  }

  private static long count(List<VectorRun> runs, boolean errors) {
    return runs.stream()
        .flatMap(run -> run.failures().stream())
        .filter(result -> result.error().isPresent() == errors)
        .count();
  }

  private void write(VectorRun run, VectorResult result) throws XMLStreamException {
    newLine("    ");
    xml.writeStartElement("testcase");
    attribute("name", result.name());
    attribute("classname", run.title());
    attribute("file", run.source());
    attribute("line", result.place().line() + "");
    if (!result.isPass()) {
      List<String> lines = new ArrayList<>();
      result.error().ifPresent(lines::add);
      result.differences().forEach(difference -> lines.add(difference.toString()));
      newLine("      ");
      xml.writeStartElement(result.error().isPresent() ? "error" : "failure");
      attribute("message", lines.get(0));
      xml.writeCharacters(
          Quoted.harmless(result.place().toString())
              + "\n"
              + String.join("\n", lines.stream().map(Quoted::harmless).toList()));
      xml.writeEndElement();
      newLine("    ");
    }
    xml.writeEndElement();
  }

  private void newLine(String indent) throws XMLStreamException {
    xml.writeCharacters("\n" + indent);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, Quoted.harmless(value));
  }
}
