from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0004_desk")]

    operations = [
        migrations.AddField(model_name="catalog", name="glossary", field=models.TextField(default="")),
        migrations.CreateModel(
            name="Glossary",
            fields=[
                ("digest", models.TextField(primary_key=True, serialize=False)),
                ("data", models.BinaryField()),
                ("at", models.DateTimeField()),
            ],
        ),
    ]
